package org.ansinh.rules.columns;

import java.util.List;
import org.ansinh.rules.facts.Link;

/** The columns and bonds that a law reads. */
public record Needs(List<ColumnKey> columns, List<Link> links) {}
