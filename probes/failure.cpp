// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/failure.h"

#include "probes/value_named.h"

namespace kpwatch {

namespace {

constexpr std::array allStages{Stage::Prepare, Stage::Resolve,  Stage::Connect,
                               Stage::Tls,     Stage::Exchange, Stage::Done};

constexpr std::array allFailures{Failure::None,
                                 Failure::Timeout,
                                 Failure::Refused,
                                 Failure::Reset,
                                 Failure::Unreachable,
                                 Failure::NoSuchName,
                                 Failure::ServerFailure,
                                 Failure::CertificateInvalid,
                                 Failure::ProtocolError,
                                 Failure::UnexpectedAnswer,
                                 Failure::SuspiciousAnswer,
                                 Failure::Blocked,
                                 Failure::PermissionDenied,
                                 Failure::LocalNetworkDown,
                                 Failure::Cancelled,
                                 Failure::Unknown};

} // namespace

std::string_view name(Stage stage) {
    switch (stage) {
    case Stage::Prepare:
        return "prepare";
    case Stage::Resolve:
        return "resolve";
    case Stage::Connect:
        return "connect";
    case Stage::Tls:
        return "tls";
    case Stage::Exchange:
        return "exchange";
    case Stage::Done:
        return "done";
    }
    return {};
}

std::string_view name(Failure failure) {
    switch (failure) {
    case Failure::None:
        return "none";
    case Failure::Timeout:
        return "timeout";
    case Failure::Refused:
        return "refused";
    case Failure::Reset:
        return "reset";
    case Failure::Unreachable:
        return "unreachable";
    case Failure::NoSuchName:
        return "no-such-name";
    case Failure::ServerFailure:
        return "server-failure";
    case Failure::CertificateInvalid:
        return "certificate-invalid";
    case Failure::ProtocolError:
        return "protocol-error";
    case Failure::UnexpectedAnswer:
        return "unexpected-answer";
    case Failure::SuspiciousAnswer:
        return "suspicious-answer";
    case Failure::Blocked:
        return "blocked";
    case Failure::PermissionDenied:
        return "permission-denied";
    case Failure::LocalNetworkDown:
        return "local-network-down";
    case Failure::Cancelled:
        return "cancelled";
    case Failure::Unknown:
        return "unknown";
    }
    return {};
}

std::optional<Stage> stageFromName(std::string_view text) { return valueNamed(allStages, text); }

std::optional<Failure> failureFromName(std::string_view text) { return valueNamed(allFailures, text); }

Meaning meaning(Failure failure) {
    switch (failure) {
    case Failure::Timeout:
    case Failure::Refused:
    case Failure::Reset:
    case Failure::Unreachable:
        return Meaning::Failed;
    // Not what was hoped for, but somebody there spoke.
    case Failure::None:
    case Failure::NoSuchName:
    case Failure::ServerFailure:
    case Failure::CertificateInvalid:
    case Failure::ProtocolError:
    case Failure::UnexpectedAnswer:
        return Meaning::Answer;
    case Failure::SuspiciousAnswer:
    case Failure::Blocked:
    case Failure::PermissionDenied:
    case Failure::LocalNetworkDown:
    case Failure::Cancelled:
    case Failure::Unknown:
        return Meaning::Neutral;
    }
    return Meaning::Neutral;
}

} // namespace kpwatch
