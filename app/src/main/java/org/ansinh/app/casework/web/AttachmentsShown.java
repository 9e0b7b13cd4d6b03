package org.ansinh.app.casework.web;

import java.util.LinkedHashMap;
import java.util.List;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.AttachmentDesk;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The papers of a file on its page, and what one more may be. */
@Component
class AttachmentsShown {

    private final AttachmentDesk desk;

    AttachmentsShown(AttachmentDesk desk) {
        this.desk = desk;
    }

    /** @param papers what the law wants to see, from which the officer chooses */
    void on(Application file, List<FileWords.Paper> papers, Model model) {
        var choices = new LinkedHashMap<String, String>();
        papers.forEach(it -> choices.putIfAbsent(it.label(), it.label()));
        model.addAttribute("attachments", desk.of(file.id()));
        model.addAttribute("paperChoices", choices);
        model.addAttribute("mostBytes", desk.mostBytes());
        model.addAttribute("most", AttachmentController.megabytes(desk.mostBytes()));
    }
}
