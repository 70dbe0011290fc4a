package dev.bobbin.tests.bench.jmh;

import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.ItemNotifications;
import dev.bobbin.protocol.v2.item.AgentMessageDeltaNotification;
import dev.bobbin.protocol.v2.thread.ThreadTurnsListResponse;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.rollout.replay.TurnReplay;
import dev.bobbin.tests.bench.GeneratedRollout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to write a piece of an answer as it streams, and a page of 25 turns. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncodeBenchmark extends HotPath {
    private static final int PAGE = 25;
    private static final String THREAD = "01a21d1f-3666-7dd7-861c-4080bab12a02";

    private final AgentMessageDeltaNotification piece =
            new AgentMessageDeltaNotification(THREAD, THREAD, "msg_1", "a few words ");

    private ThreadTurnsListResponse page;

    @Setup
    public void read() throws IOException {
        var folder = Files.createTempDirectory("bobbin-jmh-");
        var turns = TurnReplay.newest(PAGE);
        RolloutReader.read(GeneratedRollout.ofMegabytes(1).write(folder).file(), turns::accept);
        Scratch.delete(folder);
        page = new ThreadTurnsListResponse(
                turns.turns().stream()
                        .filter(turn -> turn.itemsView() == TurnItemsView.FULL)
                        .toList(),
                null,
                null);
    }

    @Benchmark
    public byte[] delta() {
        return WireJson.notification(ItemNotifications.ITEM_AGENT_MESSAGE_DELTA, piece);
    }

    @Benchmark
    public byte[] pageOfTurns() {
        return WireJson.response(new RequestId.Number(1), page);
    }
}
