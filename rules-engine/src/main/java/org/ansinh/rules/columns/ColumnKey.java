package org.ansinh.rules.columns;

import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.ValueType;

/**
 * What a column holds for everybody of one table (persons, or households). A fact of a household or village in the table
 * of persons is that of the household a person lives in: whoever fills the column has joined it.
 */
public sealed interface ColumnKey {

    SubjectKind table();

    /** The values of one fact. */
    record OfFact(SubjectKind table, FactDefinition fact) implements ColumnKey {

        /** Whether it must be told apart from its default that nobody has said anything. */
        public boolean keepsStated() {
            return fact.whenAbsent().asks() || isNumber();
        }

        public boolean isNumber() {
            return fact.type().kind() != ValueType.Kind.BOOL && fact.type().kind() != ValueType.Kind.ENUM;
        }
    }

    /** Whether a signed decision of one programme (by its place in the pack) covers the day, or ever began. */
    record Decided(SubjectKind table, int programme, boolean ever) implements ColumnKey {}

    /** Whether anything was ever said of one fact, whatever the day. */
    record Told(SubjectKind table, FactDefinition fact) implements ColumnKey {}
}
