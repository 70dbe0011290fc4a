package dev.bobbin.appserver.model;

/** Takes the events of one answer, in order. */
@FunctionalInterface
public interface ModelEventSink {
    /**
     * Takes the next event.
     *
     * @throws InterruptedException to give up; the request is ended and {@link ModelClient#stream} throws it on
     */
    void accept(ModelEvent event) throws InterruptedException;
}
