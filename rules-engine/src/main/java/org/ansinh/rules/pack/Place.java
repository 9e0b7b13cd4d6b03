package org.ansinh.rules.pack;

/** Where in a pack something is written; line and column start at 1. */
public record Place(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
