// SPDX-License-Identifier: GPL-3.0-or-later
// What a server's certificates say of themselves, as values. Pure; any thread. The certificates come from whoever
// answered, and may say anything.
#pragma once

#include "probes/observation.h"

struct x509_st;
struct stack_st_X509;

namespace kpwatch {

// The stable name of a fault that X509_verify_cert(3) found (its X509_V_ERR_ number): "self-signed", "unknown-issuer"
// (nobody we trust signed it), "incomplete-chain" (nothing but the server's own certificate was sent), "expired",
// "not-yet-valid", "wrong-name", "weak-signature", "weak-key", "revoked", and "other-7" for all the rest.
std::string certificateFault(int error);

// Fills subject, issuer and dates from the server's own certificate. Names are spelled as in RFC 2253, bytes that are
// no printable text escaped there, at most 256 bytes; a date that is none stays empty.
void describeCertificate(const x509_st* certificate, TlsDetail& detail);

// SHA-256 over the certificates (DER) in the order in which they were sent; empty if there are none.
std::string chainHash(const stack_st_X509* chain);

} // namespace kpwatch
