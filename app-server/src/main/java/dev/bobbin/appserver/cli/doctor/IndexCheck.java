package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import dev.bobbin.appserver.cli.doctor.Patient.Rollout;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.local.sqlite.StateInspection;
import dev.bobbin.threadstore.local.sqlite.StateInspection.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The database and the list of names: whether they can be used, and whether they tell of what is there. */
final class IndexCheck {
    private static final int SHOWN_IDS = 5;

    private final Patient patient;
    private final StateInspection database;

    private IndexCheck(Patient patient) {
        this.patient = patient;
        this.database = new StateInspection(patient.home().sqliteHome());
    }

    static List<Finding> of(Patient patient) throws IOException {
        var check = new IndexCheck(patient);
        var findings = new ArrayList<>(check.database());
        findings.addAll(check.names());
        return findings;
    }

    private List<Finding> database() {
        var report = database.look();
        return switch (report.condition()) {
            case ABSENT -> List.of();
            case USABLE -> rows(report.rows());
            case LOCKED ->
                List.of(told(Kind.DATABASE_LOCKED, "another process keeps everybody out; servers work from rollouts"));
            case FOREIGN ->
                List.of(told(
                        Kind.DATABASE_FOREIGN,
                        "it is not one this version knows, and is left alone: " + report.detail()));
            case CLOSED -> List.of(told(Kind.DATABASE_CLOSED, "it cannot be opened: " + report.detail()));
            case DAMAGED ->
                List.of(new Finding(
                        Kind.DATABASE_DAMAGED,
                        "it is damaged (" + report.detail() + "); servers make it anew from rollouts",
                        database.files(),
                        backup -> {
                            for (var file : database.files()) {
                                backup.move(file);
                            }
                        }));
        };
    }

    private Finding told(Kind kind, String detail) {
        return new Finding(kind, detail, database.files(), null);
    }

    private List<Finding> rows(List<Row> rows) {
        var files = new HashMap<String, Rollout>();
        for (var rollout : patient.rollouts()) {
            // Of more than one, which is a finding of its own, the live one counts, and the plain form.
            files.merge(rollout.name().threadId(), rollout, IndexCheck::better);
        }
        var stale = new ArrayList<Row>();
        var moved = new ArrayList<Row>();
        for (var row : rows) {
            var file = files.get(row.threadId());
            if (file == null) {
                if (!isThere(row)) {
                    stale.add(row);
                }
            } else if (!isAt(row, file) || row.archived() != file.archived()) {
                moved.add(new Row(row.threadId(), file.logical().toString(), file.archived()));
            }
        }
        return findings(stale, moved);
    }

    private static Rollout better(Rollout one, Rollout other) {
        if (one.archived() != other.archived()) {
            return one.archived() ? other : one;
        }
        return one.name().compressed() ? other : one;
    }

    private List<Finding> findings(List<Row> stale, List<Row> moved) {
        var findings = new ArrayList<Finding>();
        if (!stale.isEmpty()) {
            findings.add(new Finding(Kind.STALE_ROW, "there is no file of " + ids(stale), paths(stale), backup -> {
                saveDatabase(backup);
                database.remove(stale);
            }));
        }
        if (!moved.isEmpty()) {
            findings.add(new Finding(
                    Kind.STALE_PATH, "the index tells another place of " + ids(moved), paths(moved), backup -> {
                        saveDatabase(backup);
                        database.correct(moved);
                    }));
        }
        return findings;
    }

    private void saveDatabase(Backup backup) throws IOException {
        database.copyTo(backup.place(database.files().getFirst()));
    }

    private static boolean isThere(Row row) {
        try {
            return RolloutPaths.existing(Path.of(row.rolloutPath())) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A copied home has rows that lead into the home that it was copied from. */
    private static boolean isAt(Row row, Rollout rollout) {
        try {
            var there = RolloutPaths.existing(Path.of(row.rolloutPath()));
            return there != null && Files.isSameFile(there, rollout.file());
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    private static String ids(List<Row> rows) {
        var ids = rows.stream().limit(SHOWN_IDS).map(Row::threadId).collect(Collectors.joining(", "));
        return rows.size() > SHOWN_IDS ? ids + " and " + (rows.size() - SHOWN_IDS) + " more" : ids;
    }

    private static List<Path> paths(List<Row> rows) {
        var paths = new ArrayList<Path>();
        for (var row : rows) {
            try {
                paths.add(Path.of(row.rolloutPath()));
            } catch (InvalidPathException e) {
                // Its id is told.
            }
        }
        return paths;
    }

    private List<Finding> names() throws IOException {
        var file = patient.folder().resolve("session_index.jsonl");
        if (!Files.isReadable(file) || !RolloutCheck.isTorn(file)) {
            return List.of();
        }
        return List.of(
                new Finding(Kind.TORN_TAIL, "its last line lacks its end, as after a crash", List.of(file), backup -> {
                    backup.copy(file);
                    Files.writeString(file, "\n", StandardOpenOption.APPEND);
                }));
    }
}
