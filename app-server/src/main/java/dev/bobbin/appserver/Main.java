package dev.bobbin.appserver;

/** The process's entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
