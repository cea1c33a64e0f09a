package dev.plinth.bench;

/** The floor of a command: a JVM that prints one line. */
final class OneLine {

    private OneLine() {}

    public static void main(String[] arguments) {
        System.out.println("one line");
    }
}
