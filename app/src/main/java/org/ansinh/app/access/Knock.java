package org.ansinh.app.access;

/** What somebody brought to the sign-in page beside login and password: the one-time code, perhaps none. */
public record Knock(String code) implements java.io.Serializable {}
