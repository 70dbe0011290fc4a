package dev.bobbin.appserver.demo;

/** The server did not do what the demo shows. The message says what was expected and what came. */
final class DemoFailure extends Exception {
    DemoFailure(String message) {
        super(message);
    }
}
