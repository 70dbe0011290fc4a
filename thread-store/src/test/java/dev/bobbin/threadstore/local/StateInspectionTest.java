package dev.bobbin.threadstore.local;

import static dev.bobbin.threadstore.TestItems.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.threadstore.TestClock;
import dev.bobbin.threadstore.local.sqlite.StateInspection;
import dev.bobbin.threadstore.local.sqlite.StateInspection.Condition;
import dev.bobbin.threadstore.local.sqlite.StateInspection.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateInspectionTest {
    @TempDir
    Path home;

    private void makeThreads() {
        try (var store = Homes.open(home, new TestClock())) {
            Homes.stored(store, 1, "hello");
            Homes.stored(store, 2, "hello");
        }
    }

    private StateInspection inspection() {
        return new StateInspection(home);
    }

    @Test
    void noDatabaseAndAnEmptyOneAreAbsent() throws IOException {
        assertThat(inspection().look().condition()).isEqualTo(Condition.ABSENT);

        Files.createFile(home.resolve("state_5.sqlite"));

        assertThat(inspection().look().condition()).isEqualTo(Condition.ABSENT);
        assertThat(inspection().files()).hasSize(1);
    }

    @Test
    void rowsAreListedCorrectedAndRemoved() throws IOException {
        makeThreads();
        var rows = inspection().look().rows();
        assertThat(rows).extracting(Row::threadId).containsExactly(id(1), id(2));

        inspection().correct(List.of(new Row(id(1), "/elsewhere", true)));
        inspection().remove(List.of(rows.getLast()));

        assertThat(inspection().look().rows()).containsExactly(new Row(id(1), "/elsewhere", true));
    }

    @Test
    void aRowThatChangedMeanwhileIsNotRemoved() throws IOException {
        makeThreads();

        inspection().remove(List.of(new Row(id(1), "/where/it/was", false)));

        assertThat(inspection().look().rows()).hasSize(2);
    }

    @Test
    void aCopyHoldsTheSame() throws IOException {
        makeThreads();
        var copy = Files.createDirectory(home.resolve("copy"));

        inspection().copyTo(copy.resolve("state_5.sqlite"));

        assertThat(new StateInspection(copy).look()).isEqualTo(inspection().look());
    }

    @Test
    void aDatabaseThatSomebodyKeepsToHimselfIsLocked() throws SQLException {
        makeThreads();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("state_5.sqlite"));
                var statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.executeUpdate("BEGIN EXCLUSIVE");

            assertThat(inspection().look().condition()).isEqualTo(Condition.LOCKED);
        }
        assertThat(inspection().look().condition()).isEqualTo(Condition.USABLE);
    }
}
