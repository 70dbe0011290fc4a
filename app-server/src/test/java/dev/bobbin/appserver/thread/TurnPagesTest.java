package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnPagesTest {
    private final List<Turn> turns = List.of(turn("a"), turn("b"), turn("c"));

    @Test
    void theNewestComeFirstAndThePagesMeet() {
        var first = TurnPages.page(turns, null, 2L, null, null);
        var second = TurnPages.page(turns, first.nextCursor(), 2L, null, null);

        assertThat(ids(first.data())).containsExactly("c", "b");
        assertThat(ids(second.data())).containsExactly("a");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void theWayBackBeginsWithTheTurnWhereThePageBegan() {
        var second = TurnPages.page(
                turns, TurnPages.page(turns, null, 1L, null, null).nextCursor(), 1L, null, null);

        var back = TurnPages.page(turns, second.backwardsCursor(), 5L, SortDirection.ASC, null);

        assertThat(ids(back.data())).containsExactly("b", "c");
    }

    @Test
    void aSummaryIsTheQuestionAndTheLastAnswer() {
        var page = TurnPages.page(turns, null, 1L, null, TurnItemsView.SUMMARY);

        assertThat(page.data().getFirst().items()).extracting(ThreadItem::id).containsExactly("q", "a2");
    }

    @Test
    void cursorsThatLeadNowhereAreRefused() {
        assertThatThrownBy(() -> TurnPages.page(turns, "garbage", null, null, null))
                .hasMessage("invalid cursor: garbage");
        assertThatThrownBy(() -> TurnPages.page(turns, new TurnCursor("zz", true).text(), null, null, null))
                .hasMessage("invalid cursor: anchor turn is no longer present");
    }

    @Test
    void anEmptyThreadHasAnEmptyPage() {
        var page = TurnPages.page(List.of(), null, null, null, null);

        assertThat(page.data()).isEmpty();
        assertThat(page.backwardsCursor()).isNull();
    }

    private static List<String> ids(List<Turn> page) {
        return page.stream().map(Turn::id).toList();
    }

    private static Turn turn(String id) {
        var items = new ArrayList<ThreadItem>();
        items.add(new ThreadItem.UserMessage("q", null, List.of()));
        items.add(new ThreadItem.AgentMessage("a1", "first", null, null));
        items.add(new ThreadItem.AgentMessage("a2", "last", null, null));
        return new Turn(id, items, TurnItemsView.FULL, TurnStatus.COMPLETED, null, 1L, 2L, 3L);
    }
}
