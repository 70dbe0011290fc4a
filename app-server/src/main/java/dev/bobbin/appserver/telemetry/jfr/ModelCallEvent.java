package dev.bobbin.appserver.telemetry.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A call to a model over HTTP, with its silent repetitions, to the end of its stream. */
@Name("dev.bobbin.ModelCall")
@Label("Model Call")
@Category("Bobbin")
@Description("A call to a model over HTTP, with its silent repetitions, to the end of its stream")
@StackTrace(false)
final class ModelCallEvent extends Event {
    @Label("Thread Id")
    String threadId = "";

    @Label("Provider")
    String provider = "";

    @Label("Model")
    String model = "";

    @Label("Time to First Byte")
    @Description("Of the last answer, from the call's beginning; 0 without one")
    @Timespan(Timespan.NANOSECONDS)
    long timeToFirstByte;

    @Label("Sent")
    @DataAmount
    long sentBytes;

    @Label("Received")
    @DataAmount
    long receivedBytes;

    @Label("HTTP Status")
    @Description("Of the last answer; 0 without one")
    int status;

    @Label("Answers")
    @Description("More than one where the call was repeated")
    int answers;

    @Label("Outcome")
    @Description("completed, failed or interrupted")
    String outcome = "";
}
