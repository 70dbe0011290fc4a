package dev.bobbin.appserver.listen;

/** How a server was asked to listen: where, and to whom. */
public record Listening(ListenAddress address, AdmissionOptions admission) {}
