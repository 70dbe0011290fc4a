package dev.bobbin.appserver.dispatch;

/**
 * The methods of one resource, as jsonrpc4j calls them. An interface: of a class jsonrpc4j would also look at the methods of
 * {@link Object}, and to read their annotations takes the JDK 5 ms, on the way to the first answer.
 */
interface Service {
    RequestRouter router();
}
