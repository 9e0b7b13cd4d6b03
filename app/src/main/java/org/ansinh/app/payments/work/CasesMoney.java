package org.ansinh.app.payments.work;

import org.ansinh.app.payments.CaseMoney;
import org.ansinh.app.payments.CaseMoneyDesk;
import org.ansinh.app.payments.RecoveryDesk;
import org.ansinh.app.payments.SuspensionDesk;
import org.ansinh.app.payments.TransferDesk;
import org.ansinh.app.payments.store.CaseMoneyRows;
import org.ansinh.app.payments.store.CaseMoneyRows.Beneficiary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the room of money knows of one case. */
@Service
class CasesMoney implements CaseMoneyDesk {

    private final CaseMoneyRows rows;
    private final RecoveryDesk recoveries;
    private final SuspensionDesk suspensions;
    private final TransferDesk transfers;

    CasesMoney(CaseMoneyRows rows, RecoveryDesk recoveries, SuspensionDesk suspensions, TransferDesk transfers) {
        this.rows = rows;
        this.recoveries = recoveries;
        this.suspensions = suspensions;
        this.transfers = transfers;
    }

    @Override
    @Transactional(readOnly = true)
    public CaseMoney of(boolean household, int subjectId, String programme) {
        var of = new Beneficiary(household, subjectId, programme);
        return new CaseMoney(
                rows.paidBefore(of),
                rows.payees(of),
                rows.months(of),
                rows.recoveries(of).stream()
                        .flatMap(it -> recoveries.find(it).stream())
                        .toList(),
                rows.suspensions(of).stream()
                        .flatMap(it -> suspensions.find(it).stream())
                        .toList(),
                rows.transfers(of).stream()
                        .flatMap(it -> transfers.find(it).stream())
                        .toList());
    }
}
