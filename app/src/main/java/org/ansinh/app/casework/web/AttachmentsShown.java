package org.ansinh.app.casework.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.AttachmentDesk;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The papers of a file on its page, and what one more may be. */
@Component
class AttachmentsShown {

    private final AttachmentDesk desk;
    private final CaseWords words;

    AttachmentsShown(AttachmentDesk desk, CaseWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** @param papers what the law wants to see, from which the officer chooses */
    void on(Application file, List<FileWords.Paper> papers, Locale locale, Model model) {
        var choices = new LinkedHashMap<String, String>();
        papers.stream().map(it -> named(it, locale)).forEach(it -> choices.putIfAbsent(it, it));
        model.addAttribute("attachments", desk.of(file.id()));
        model.addAttribute("paperChoices", choices);
        model.addAttribute("mostBytes", desk.mostBytes());
        model.addAttribute("most", AttachmentController.megabytes(desk.mostBytes()));
    }

    private String named(FileWords.Paper it, Locale locale) {
        return it.code().isEmpty() ? it.label() : words.say("files.form", locale, it.code()) + " " + it.label();
    }
}
