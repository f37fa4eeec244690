// SPDX-License-Identifier: GPL-3.0-or-later
// Hands one letter to a server of the person's own choice: a JSON body by HTTP, or a mail by SMTP. Other than a probe
// it lets libcurl look the name up, and hands nothing over to whom a certificate does not prove. Nothing that names us
// goes along: no host name, no user name of this computer. Any thread; blocks until it is taken, refused, or out of
// patience; a stop ends it within some milliseconds.
#pragma once

#include "probes/net/stop_signal.h"
#include "probes/way.h"

#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

struct WebLetter {
    std::string url; // http or https; may itself be the secret, and is in no answer of ours
    std::vector<std::string> headers{};
    std::string body;
};

enum class MailSafety {
    Tls,      // from the first byte (RFC 8314; port 465)
    StartTls, // or nothing is said (RFC 3207; port 587)
    Bare      // for a server on this computer
};
struct MailLetter {
    std::string server;
    int port = 465;
    MailSafety safety = MailSafety::Tls;
    std::string user{}, password{}; // empty: nobody logs in
    std::string from;
    std::vector<std::string> to;
    std::string text; // RFC 5322, lines end in CR LF
};

enum class Undelivered {
    None, // it was taken
    NameUnknown,
    NotConnected,
    NoAnswer, // out of patience
    CertificateInvalid,
    NotEncrypted, // the mail server offers no STARTTLS
    ConnectionBroke,
    LoginRefused,   // HTTP 401 and 403, SMTP 530 to 538
    AddressUnknown, // HTTP 404 and 410, SMTP 550 to 553: nobody of that name there
    TurnedAway,     // for another reason, and for good
    Busy,           // HTTP 408, 429 and 5xx, SMTP 4yz: may be tried again
    Stopped,        // by us
    Unusable        // the address can not be read
};
struct Receipt {
    Undelivered why = Undelivered::None;
    int code = 0;                                     // of HTTP or SMTP, if somebody answered
    std::optional<std::chrono::seconds> retryAfter{}; // RFC 9110, 10.2.3
};
// Whether the same letter may be taken another time.
bool worthAnotherTry(Undelivered why);

struct DeliveryOptions {
    Way way{};
    std::string userAgent = "KPWatch";
    std::chrono::seconds patience{30}; // for all of it
    std::string trustOnly{};           // a file of certificates instead of the system's
};
Receipt deliver(const WebLetter& letter, const DeliveryOptions& options, const StopSignal& stop);
Receipt deliver(const MailLetter& letter, const DeliveryOptions& options, const StopSignal& stop);

} // namespace kpwatch
