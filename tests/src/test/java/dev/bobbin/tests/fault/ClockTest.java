package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock goes back under a running server: nothing fails, ids stay unique and in order, threads are listed. */
class ClockTest {
    @TempDir
    Path folder;

    @AfterEach
    void rest() {
        JumpingClock.rest();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @SuppressWarnings("unchecked")
    void aClockThatGoesBackHarmsNobody(long seed) throws Exception {
        var story = new FaultyClasses(ClockTest.class.getClassLoader())
                .loadClass(ClockStory.class.getName())
                .getConstructor()
                .newInstance();
        JumpingClock.jump(seed);
        assertThat(((ToIntFunction<Path>) story).applyAsInt(folder)).isPositive();
    }
}
