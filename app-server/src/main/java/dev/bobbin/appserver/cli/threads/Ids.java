package dev.bobbin.appserver.cli.threads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.List;

/** Which threads something was done to. */
final class Ids {
    private Ids() {}

    /** Prints an id a line, or one object with the ids under {@code what}. */
    static void print(String what, List<String> ids, boolean json, PrintWriter out) {
        if (json) {
            var object = JsonNodeFactory.instance.objectNode();
            ids.forEach(object.putArray(what)::add);
            out.println(object);
        } else {
            ids.forEach(out::println);
        }
        out.flush();
    }
}
