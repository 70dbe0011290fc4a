package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The n-th file operation of a small session fails, is torn, or finds the disk full: for every n with
 * {@code -Dfile.faults.every=1}; else for every sixth, from a first one that is chosen at random and named by a failure.
 */
class FileFaultsTest {
    /** More operations than a session has: so that a test whose faults never come does not go on for ever. */
    private static final int MOST = 2_000;

    private static final int USUAL_STEP = 6;

    private static final FaultyClasses CLASSES = new FaultyClasses(FileFaultsTest.class.getClassLoader());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(FileFaults.Fault.class)
    void nothingIsLostAndTheThreadGoesOn(FileFaults.Fault fault) throws Exception {
        var failures = new ArrayList<String>();
        var operations = tell(fault, 0);
        assertThat(operations).as("operations that can fail").isBetween(20, MOST);
        var step = Integer.getInteger("file.faults.every", USUAL_STEP);
        for (var number = Integer.getInteger("file.faults.from", 1 + new Random().nextInt(step));
                number <= Math.min(operations, Integer.getInteger("file.faults.to", MOST));
                number += step) {
            try {
                operations = Math.max(operations, tell(fault, number));
            } catch (AssertionError e) {
                failures.add(fault + " " + number + " (" + FileFaults.hit() + "): " + firstLines(e));
            }
        }
        assertThat(failures).isEmpty();
    }

    private static List<String> firstLines(AssertionError e) {
        return String.valueOf(e.getMessage()).lines().limit(8).toList();
    }

    @SuppressWarnings("unchecked")
    private int tell(FileFaults.Fault fault, int number) throws ReflectiveOperationException {
        var story = CLASSES.loadClass(FileFaultStory.class.getName())
                .getConstructor(FileFaults.Fault.class, Integer.class)
                .newInstance(fault, number);
        return ((ToIntFunction<Path>) story).applyAsInt(folder.resolve(fault + "-" + number));
    }
}
