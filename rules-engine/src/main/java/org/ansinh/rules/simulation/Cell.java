package org.ansinh.rules.simulation;

/** One line of a simulation's tables: who ({@code by} and {@code value}) and which programme, empty for all of them. */
public record Cell(String by, String value, String programme) implements Comparable<Cell> {

    @Override
    public int compareTo(Cell other) {
        int order = by.compareTo(other.by);
        order = order == 0 ? value.compareTo(other.value) : order;
        return order == 0 ? programme.compareTo(other.programme) : order;
    }
}
