package org.ansinh.app.casework;

import org.springframework.http.ResponseEntity;

/** Letters as PDFs in the official manner, for every room that writes some. */
public interface LetterPress {

    /** As an answer that is opened in the browser and never kept by it. @param name of the file, without its end */
    ResponseEntity<byte[]> print(Letter letter, String name);
}
