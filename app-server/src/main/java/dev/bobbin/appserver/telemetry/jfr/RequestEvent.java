package dev.bobbin.appserver.telemetry.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A client's request, from its arrival to its answer. */
@Name("dev.bobbin.Request")
@Label("Request")
@Category("Bobbin")
@Description("A client's request, from its arrival to its answer")
@StackTrace(false)
final class RequestEvent extends Event {
    @Label("Method")
    String method = "";

    @Label("Lane")
    @Description("What it waited in line for; empty if it did not get that far")
    String lane = "";

    @Label("Queue Time")
    @Timespan(Timespan.NANOSECONDS)
    long queueTime;

    @Label("Outcome")
    @Description("ok or error")
    String outcome = "";

    @Label("Error Code")
    @Description("That of JSON-RPC; 0 for a result")
    int errorCode;
}
