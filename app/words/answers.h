// SPDX-License-Identifier: GPL-3.0-or-later
// What one check saw, in sentences: what a certificate, a mail server, a ping, a trace or a name server said. What
// comes from the network in them is cleaned. Any thread.
#pragma once

#include "probes/observation.h"

#include <QString>
#include <QStringList>

namespace kpwatch::words {

// "expired" -> "it has expired". What is not known here is said to be wrong "in another way".
QString certificateFault(const std::string& fault);
// Every fault in one sentence: "Faults: it is signed by itself, it has expired."; "No fault was found." without any.
QString certificateFaults(const TlsDetail& tls);

// "Greeting 220: ready for mail", "Greeting 554: turns everybody away", "No greeting came".
QString mailAnswer(const SmtpDetail& mail);

// "4 of 5 came back, in the middle 143 ms. Some networks drop such packets on purpose." Never more than evidence.
QString pingAnswer(const PingDetail& ping);

// "NOERROR, from its own zone", "SERVFAIL: the server answers, its zone is broken".
QString nameServerAnswer(const DnsDetail& dns);

// Who said that it goes no further, and why: "Router 219.158.3.1 says that it may not pass this on."
QString refusal(const RefusalDetail& refusal);

// How far the way was seen, hops by their numbers only: "The last router that answered is hop 3; silence between hop 3
// and hop 4." A silent router in the middle that forwards is no fault and is not named.
QString traceOutcome(const TraceDetail& trace);
// One line per hop: "3  175.45.176.1  143.0 ms", "4  no answer".
QStringList traceHops(const TraceDetail& trace);

// A length as measured: "0.4 ms", "143 ms", "2.61 s".
QString measured(Micros length);

} // namespace kpwatch::words
