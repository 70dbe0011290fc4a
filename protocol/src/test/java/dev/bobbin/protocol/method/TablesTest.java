package dev.bobbin.protocol.method;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.v2.approval.FileChangeRequestApprovalParams;
import dev.bobbin.protocol.v2.thread.ThreadArchiveParams;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void everyListedNameHasItsRow() {
        for (var name : ClientMethods.names()) {
            var row = requireNonNull(ClientMethods.named(name), name);
            assertThat(row.name()).isEqualTo(name);
        }
        assertThat(ClientMethods.names()).doesNotHaveDuplicates();
        assertThat(ClientMethods.named("turn/walk")).isNull();
        assertThat(ClientMethods.named("thread")).isNull();
        assertThat(ClientMethods.named("")).isNull();
    }

    @Test
    void everyRowIsListed() throws IllegalAccessException {
        var rows = new ArrayList<String>();
        for (var table : ClientMethods.class.getInterfaces()) {
            for (var row : rows(table, Method.class)) {
                rows.add(row.name());
            }
        }
        assertThat(rows).containsExactlyInAnyOrderElementsOf(ClientMethods.names());
    }

    @Test
    void notificationsAndServerRequestsAreFoundByName() throws IllegalAccessException {
        for (var row : rows(Notifications.class, Notification.class)) {
            assertThat(Notifications.named(row.name())).isSameAs(row);
        }
        for (var table : Notifications.class.getInterfaces()) {
            for (var row : rows(table, Notification.class)) {
                assertThat(Notifications.named(row.name())).isSameAs(row);
            }
        }
        for (var row : rows(ServerMethods.class, Method.class)) {
            assertThat(ServerMethods.named(row.name())).isSameAs(row);
        }
    }

    @Test
    void requestsOfOneThreadShareALane() {
        var archive = new ThreadArchiveParams("t");
        assertThat(ClientMethods.THREAD_ARCHIVE.lane(archive)).isEqualTo(new Lane.OfThread("t"));
        var approval = new FileChangeRequestApprovalParams("t", "u", "i", 1, null, null);
        assertThat(ServerMethods.ITEM_FILE_CHANGE_REQUEST_APPROVAL.lane(approval))
                .isEqualTo(new Lane.OfThread("t"));
    }

    @Test
    void idsPrintAsTheyAre() {
        assertThat(RequestId.of("a")).hasToString("a");
        assertThat(RequestId.of(-1)).hasToString("-1");
    }

    private static <T> List<T> rows(Class<?> table, Class<T> type) throws IllegalAccessException {
        var rows = new ArrayList<T>();
        for (var field : table.getDeclaredFields()) {
            if (field.getType() == type && Modifier.isPublic(field.getModifiers())) {
                rows.add(type.cast(field.get(null)));
            }
        }
        return rows;
    }
}
