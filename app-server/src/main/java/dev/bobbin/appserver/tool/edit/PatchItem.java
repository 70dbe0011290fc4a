package dev.bobbin.appserver.tool.edit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.tool.ItemNotes;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.patch.PatchPlan;
import dev.bobbin.appserver.tool.patch.PlannedChange;
import dev.bobbin.appserver.tool.patch.UnifiedDiff;
import dev.bobbin.protocol.v2.item.FileUpdateChange;
import dev.bobbin.protocol.v2.item.PatchApplyStatus;
import dev.bobbin.protocol.v2.item.PatchChangeKind;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A patch as its thread's clients see it, and as it is stored. */
final class PatchItem {
    private static final int CONTEXT = 1;

    private final ToolContext context;
    private final String id;
    private final List<PlannedChange> changes;

    PatchItem(ToolContext context, String id, PatchPlan plan) {
        this.context = context;
        this.id = id;
        this.changes = new ArrayList<>(plan.changes());
        this.changes.sort(Comparator.comparing(PlannedChange::path));
    }

    String id() {
        return id;
    }

    ToolContext context() {
        return context;
    }

    void start() {
        context.commit(List.of(), List.of(ItemNotes.started(context, item(PatchApplyStatus.IN_PROGRESS))));
    }

    /** The patch was applied, or could not be. */
    void applied(boolean success, String stdout, String stderr) {
        var status = success ? PatchApplyStatus.COMPLETED : PatchApplyStatus.FAILED;
        end(
                new RolloutEvent.PatchApplyEnd(
                        id, context.turnId(), stdout, stderr, success, stored(), status.wireName()),
                status);
    }

    /** The user would not have it. */
    void declined(String reason) {
        var status = PatchApplyStatus.DECLINED;
        end(
                new RolloutEvent.PatchApplyEnd(id, context.turnId(), "", reason, false, stored(), status.wireName()),
                status);
    }

    private void end(RolloutItem line, PatchApplyStatus status) {
        context.commit(List.of(line), List.of(ItemNotes.completed(context, item(status))));
    }

    private ThreadItem item(PatchApplyStatus status) {
        return new ThreadItem.FileChange(
                id, changes.stream().map(PatchItem::shown).toList(), status);
    }

    private static FileUpdateChange shown(PlannedChange change) {
        var path = change.path().toString();
        return switch (change.kind()) {
            case ADD -> new FileUpdateChange(path, new PatchChangeKind.Add(), Objects.requireNonNull(change.after()));
            case DELETE ->
                new FileUpdateChange(path, new PatchChangeKind.Delete(), Objects.requireNonNull(change.before()));
            case UPDATE -> {
                var moved = change.moveTo() == null ? null : change.moveTo().toString();
                yield new FileUpdateChange(
                        path,
                        new PatchChangeKind.Update(moved),
                        hunks(change) + (moved == null ? "" : "\n\nMoved to: " + moved));
            }
        };
    }

    private static String hunks(PlannedChange change) {
        return UnifiedDiff.hunks(
                Objects.requireNonNull(change.before()), Objects.requireNonNull(change.after()), CONTEXT);
    }

    private RawJson stored() {
        var stored = JsonNodeFactory.instance.objectNode();
        for (var change : changes) {
            var one = stored.putObject(change.path().toString());
            switch (change.kind()) {
                case ADD -> one.put("type", "add").put("content", change.after());
                case DELETE -> one.put("type", "delete").put("content", change.before());
                case UPDATE ->
                    one.put("type", "update")
                            .put("unified_diff", hunks(change))
                            .put(
                                    "move_path",
                                    change.moveTo() == null
                                            ? null
                                            : change.moveTo().toString());
            }
        }
        return RawJson.of(stored);
    }
}
