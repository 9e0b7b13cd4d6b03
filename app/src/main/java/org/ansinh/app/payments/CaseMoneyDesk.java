package org.ansinh.app.payments;

/** The money of a case for whoever puts a dossier together, in the area of whoever acts. It leaves no entry in the audit: whoever shows it does. */
public interface CaseMoneyDesk {

    CaseMoney of(boolean household, int subjectId, String programme);
}
