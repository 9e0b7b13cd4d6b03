package org.ansinh.rules.pack;

import java.util.List;

/** Programmes of which only the higher may be received. */
public record Exclusive(String id, List<String> programmes, Basis basis, Certainty certainty, Place place) {}
