package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two halves of a home: live rollouts in folders by year, month and day, archived ones in one folder. */
final class HomeFolders {
    private static final int HIGHEST_YEAR = 65_535;
    private static final int HIGHEST_MONTH_OR_DAY = 255;

    final ScannedFolder sessions;
    final ScannedFolder archived;
    private final ThreadIndex index;

    HomeFolders(Path codexHome, ThreadIndex index) {
        this.sessions = new ScannedFolder(codexHome.resolve(RolloutPaths.SESSIONS), 0);
        this.archived = new ScannedFolder(codexHome.resolve(RolloutPaths.ARCHIVED_SESSIONS), ScannedFolder.DAY_DEPTH);
        this.index = index;
    }

    /** Finds out which years, months or days there are. */
    void listNumbered(ScannedFolder node) {
        var present = new HashSet<Integer>();
        for (var name : node.content()) {
            var path = node.path.resolve(name);
            var number = number(path, node.depth == 0 ? HIGHEST_YEAR : HIGHEST_MONTH_OR_DAY);
            if (number >= 0 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                present.add(number);
                node.children.computeIfAbsent(number, n -> new ScannedFolder(path, node, n));
            }
        }
        for (var child : List.copyOf(node.children.values())) {
            if (!present.contains(child.number)) {
                forget(child);
                node.children.remove(child.number);
            }
        }
    }

    /** Forgets the files of a day that are gone; returns what is new and may be a rollout, newest first. */
    List<IndexEntry.Place> listFiles(ScannedFolder day, UnreadableFiles unreadable) {
        var present = new HashSet<>(day.content());
        present.removeIf(name -> {
            var plain = RolloutPaths.logicalName(name);
            return plain.length() < name.length() && present.contains(plain);
        });
        day.files.removeIf(known -> {
            var gone = !present.remove(known.fileName());
            if (gone) {
                index.remove(known);
            }
            return gone;
        });
        var added = new ArrayList<IndexEntry.Place>();
        for (var fileName : present) {
            var name = unreadable.holds(day.path, fileName) ? null : RolloutName.parse(fileName);
            if (name != null) {
                added.add(new IndexEntry.Place(day.path, fileName, name, day == archived));
            }
        }
        added.sort((a, b) -> RolloutName.newestFirst(a.name(), b.name()));
        return added;
    }

    private static int number(Path path, int highest) {
        try {
            var number = Integer.parseUnsignedInt(String.valueOf(path.getFileName()));
            return number > highest ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The folder of that path, if it was seen. */
    @Nullable
    ScannedFolder find(@Nullable Path folder) {
        if (folder == null) {
            return null;
        }
        if (folder.equals(archived.path)) {
            return archived;
        }
        var node = sessions;
        for (var part : sessions.path.relativize(folder)) {
            var child = node.children.get(number(part, HIGHEST_YEAR));
            if (child == null) {
                return null;
            }
            node = child;
        }
        return node;
    }

    /** It is gone, and so are the files in it. */
    void forget(ScannedFolder node) {
        node.files.forEach(index::remove);
        node.files.clear();
        node.children.values().forEach(this::forget);
        node.children.clear();
        node.unread.clear();
        node.wasSeen = false;
        node.forgotten++;
        node.doubt();
    }
}
