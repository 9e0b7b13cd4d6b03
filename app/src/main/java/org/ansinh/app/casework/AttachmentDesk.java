package org.ansinh.app.casework;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Photos and PDFs of the papers that somebody showed, kept with the file. Everything holds for the area and purposes of whoever acts. */
public interface AttachmentDesk {

    /** How large one paper may be, in bytes: what the office has set. */
    long mostBytes();

    /** Those of a file in order, also those that were taken away. */
    List<Attachment> of(long application);

    /**
     * A paper as it is sent.
     *
     * @param paper which paper it is
     * @param givenName what the file is called where it comes from
     */
    record Sent(String paper, String givenName, Path content) {}

    /**
     * Attaches a paper, if it is what its name says, and harmless.
     *
     * @return its number; empty where whoever acts does not see such a file
     * @throws PaperRefused with the reason
     */
    Optional<Long> attach(long application, Sent sent);

    /** Marks a paper as taken away; false where there is none to take away. */
    boolean takeAway(long application, long attachment, String because);

    /**
     * Writes a paper into a file of the disk, proven to be the one that was attached; reading it is audited.
     *
     * @throws PaperRefused where it is not the one that was attached
     */
    Optional<Attachment> fetch(long application, long attachment, Path into);
}
