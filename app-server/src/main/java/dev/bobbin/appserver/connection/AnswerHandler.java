package dev.bobbin.appserver.connection;

/** Takes the one answer to a request that the server asked a client. */
@FunctionalInterface
public interface AnswerHandler<R> {
    /** Runs on the thread that dispatches the client's messages, in order with its requests; must not block. */
    void onAnswer(Answer<R> answer);
}
