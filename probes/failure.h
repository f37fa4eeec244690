// SPDX-License-Identifier: GPL-3.0-or-later
// Stage x Failure is the whole vocabulary of how a check can end. The names are stable: they are written to disk.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace kpwatch {

// The furthest stage a check began.
enum class Stage { Prepare, Resolve, Connect, Tls, Exchange, Done };

enum class Failure {
    None,
    Timeout,
    Refused,
    Reset,
    Unreachable,
    NoSuchName,
    ServerFailure,
    CertificateInvalid,
    ProtocolError,
    UnexpectedAnswer,
    SuspiciousAnswer,
    Blocked,
    PermissionDenied,
    LocalNetworkDown,
    Cancelled,
    Unknown
};

// kebab-case names as in the observation file ("no-such-name").
std::string_view name(Stage stage);
std::string_view name(Failure failure);
std::optional<Stage> stageFromName(std::string_view text);
std::optional<Failure> failureFromName(std::string_view text);

// What a failure says about the other end, before anything is known about our own line:
// Answer: somebody there spoke, as expected or not. Failed: nobody did, which may count against them.
// Neutral: says nothing about them (our own rights, line or cancellation, or an answer that is not theirs).
enum class Meaning { Answer, Failed, Neutral };
Meaning meaning(Failure failure);

} // namespace kpwatch
