package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.method.Notification;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.method.ServerMethods;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Schemas of everything that the tables of methods name. */
public final class ProtocolSchema {
    private final JsonSchemas schemas;
    private final boolean experimental;
    private final Predicate<String> isServed;

    /**
     * @param experimental whether experimental methods and members are shown
     * @param isServed which of the requests of clients are shown, by wire name
     */
    public ProtocolSchema(boolean experimental, Predicate<String> isServed) {
        this.schemas = new JsonSchemas("#/definitions/", experimental);
        this.experimental = experimental;
        this.isServed = isServed;
    }

    /** Every type by its name, with the unions {@code ClientRequest}, {@code ServerRequest} and {@code ServerNotification}. */
    public Map<String, ObjectNode> types() {
        var requests = new ArrayList<ObjectNode>();
        for (var row : clientMethods()) {
            requests.add(request(row));
            schemas.reference(row.response());
        }
        var questions = new ArrayList<ObjectNode>();
        for (var row : serverMethods()) {
            questions.add(request(row));
            schemas.reference(row.response());
        }
        var notices = new ArrayList<ObjectNode>();
        for (var row : notifications()) {
            notices.add(envelope(row.name(), row.params()));
        }
        var types = schemas.definitions();
        types.put("ClientRequest", oneOf(requests));
        types.put("ServerRequest", oneOf(questions));
        types.put("ServerNotification", oneOf(notices));
        return types;
    }

    private List<Method<?, ?>> clientMethods() {
        return ClientMethods.names().stream()
                .<Method<?, ?>>map(name -> Objects.requireNonNull(ClientMethods.named(name), name))
                .filter(row -> isServed.test(row.name()) && (experimental || !row.isExperimental()))
                .toList();
    }

    /** The requests that a server may send to a client, by name. */
    public static List<Method<?, ?>> serverMethods() {
        return constants(ServerMethods.class, Method.class).stream()
                .<Method<?, ?>>map(row -> row)
                .sorted(Comparator.comparing(Method::name))
                .toList();
    }

    /** All notifications, by name. */
    public static List<Notification<?>> notifications() {
        return constants(Notifications.class, Notification.class).stream()
                .<Notification<?>>map(row -> row)
                .sorted(Comparator.comparing(Notification::name))
                .toList();
    }

    private static <T> List<T> constants(Class<?> table, Class<T> type) {
        var rows = new ArrayList<T>();
        for (var field : table.getFields()) {
            if (field.getType() == type && Modifier.isStatic(field.getModifiers())) {
                try {
                    rows.add(type.cast(field.get(null)));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("a row of a table is public", e);
                }
            }
        }
        return rows;
    }

    private ObjectNode request(Method<?, ?> row) {
        var schema = envelope(row.name(), row.params());
        schema.withObjectProperty("properties").set("id", schemas.requestIdReference());
        schema.withArrayProperty("required").add("id");
        return schema;
    }

    private ObjectNode envelope(String name, Class<?> params) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var word = JsonNodeFactory.instance.objectNode().put("type", "string");
        word.putArray("enum").add(name);
        schema.putObject("properties").set("method", word);
        schema.putArray("required").add("method");
        if (params == NoParams.class) {
            schema.withObjectProperty("properties").putObject("params").put("type", "null");
        } else {
            schema.withObjectProperty("properties").set("params", schemas.reference(params));
            schema.withArrayProperty("required").add("params");
        }
        return schema;
    }

    private static ObjectNode oneOf(List<ObjectNode> choices) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("oneOf").addAll(choices);
        return schema;
    }
}
