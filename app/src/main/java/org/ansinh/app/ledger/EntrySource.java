package org.ansinh.app.ledger;

/** Where entries of a kind come from, for the page of an entry: the room above that posts them says where its list or paper is looked at. */
public interface EntrySource {

    /** As it stands in the entry: {@code list}. Its name is the text {@code ledger.source.KIND}. */
    String kind();

    String href(long number);
}
