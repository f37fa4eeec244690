// SPDX-License-Identifier: GPL-3.0-or-later
// Every clause of ours on why a public source told nothing, each written here once: who finds out fills it in, and a
// window says the same clause in its own language (app/words/sources.cpp). What is none of these is in the source's own
// words. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace kpwatch::clauses {

inline constexpr std::string_view timedOut = "did not answer within %1 s";
inline constexpr std::string_view nameUnknown = "its name could not be looked up";
inline constexpr std::string_view unreachable = "could not be connected to";
inline constexpr std::string_view badCertificate = "its certificate does not hold";
inline constexpr std::string_view broken = "the connection broke";
inline constexpr std::string_view tooLong = "sent more than was asked for";
inline constexpr std::string_view notAsked = "could not be asked (%1)"; // in libcurl's words
inline constexpr std::string_view httpStatus = "answered with HTTP %1";
inline constexpr std::string_view malformed = "its answer is not of the documented shape";
inline constexpr std::string_view maintenance = "it is under maintenance";
inline constexpr std::string_view failed = "it says that it failed";
inline constexpr std::string_view nothing = "the source has nothing for that time";
inline constexpr std::string_view seesTooFew =
    "it sees only %1 of %2 networks' routes to a network that is always there";
inline constexpr std::string_view sawTooLittle = "the source itself saw too little at that time";
inline constexpr std::string_view noReference = "it has no route to a network that is always there";
inline constexpr std::string_view noToken = "it wants a token, and none was given";
inline constexpr std::string_view measurementLost = "a measurement that was begun could not be read: %1";
inline constexpr std::string_view stream = "RIS Live: %1"; // another clause

inline constexpr std::string_view all[] = {timedOut, nameUnknown,     unreachable, badCertificate, broken,
                                           tooLong,  notAsked,        httpStatus,  malformed,      maintenance,
                                           failed,   nothing,         seesTooFew,  sawTooLittle,   noReference,
                                           noToken,  measurementLost, stream};

// With its %1 and %2.
std::string filled(std::string_view clause, std::string_view first, std::string_view second = {});

} // namespace kpwatch::clauses
