package org.ansinh.app.pages;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where a room takes files in, and how large one may be: what says itself that it is larger is turned away unread, so that whoever sends it over a slow line learns it at once.
 *
 * @param mostBytes of one file
 * @param page from the address a file is sent to, to the page that says why it was turned away ({@code ?tooLarge=yes}); empty where this door is not meant
 */
public record UploadDoor(long mostBytes, Function<String, Optional<String>> page) {}
