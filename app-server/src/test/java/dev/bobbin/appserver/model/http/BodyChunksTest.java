package dev.bobbin.appserver.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyChunksTest {
    private static final int CHUNK_BYTES = 16 * 1024;

    @Test
    void chunksAreTheSameBytesInFewArrays() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var parts = parts(random);
            var whole = new ByteArrayOutputStream();
            parts.forEach(whole::writeBytes);
            var chunks = new ArrayList<byte[]>();
            new BodyChunks(parts).forEach(chunks::add);
            var joined = new ByteArrayOutputStream();
            chunks.forEach(joined::writeBytes);
            assertThat(joined.toByteArray()).as("seed %d round %d", seed, round).isEqualTo(whole.toByteArray());
            for (var i = 1; i < chunks.size(); i++) {
                assertThat(chunks.get(i - 1).length + chunks.get(i).length)
                        .as("seed %d round %d chunk %d of %d", seed, round, i, chunks.size())
                        .isGreaterThan(CHUNK_BYTES);
            }
        }
    }

    private static List<byte[]> parts(Random random) {
        var parts = new ArrayList<byte[]>();
        for (var i = random.nextInt(40); i > 0; i--) {
            var part = new byte[random.nextInt(8) == 0 ? random.nextInt(3 * CHUNK_BYTES) : random.nextInt(700)];
            random.nextBytes(part);
            parts.add(part);
        }
        return parts;
    }
}
