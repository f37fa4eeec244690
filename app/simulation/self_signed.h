// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates made on the spot for simulated HTTPS servers, with the faults that are asked for. Any thread.
#pragma once

#include "probes/net/address_rules.h"

#include <chrono>
#include <memory>
#include <string>

struct ssl_ctx_st;

namespace kpwatch {

struct TlsIdentity {
    std::shared_ptr<ssl_ctx_st> context;
    std::string certificatePem; // whoever trusts this trusts the server
};

struct CertificateWish {
    std::string host;
    std::string subject; // bytes of its common name; empty: the host
    Address address = Address::parse("127.0.0.1").value();
    std::chrono::hours begins{-1}, ends{30 * 24}; // from now
    bool weakKey = false;                         // RSA of 1024 bits instead of P-256
    bool weakSignature = false;                   // SHA-1 instead of SHA-256
    bool authority = false;                       // may sign others
};

// Signed by itself, or by `issuer`, whose certificate is sent along if withIssuer. Throws std::runtime_error if OpenSSL
// cannot.
TlsIdentity certified(const CertificateWish& wish, const TlsIdentity* issuer = nullptr, bool withIssuer = true);
// For the host and the address, valid from an hour ago for 30 days.
TlsIdentity selfSigned(const std::string& host, const Address& address);
// Makes the server speak nothing newer than TLS 1.0, with whatever key and signature it has.
void speakOldTlsOnly(const TlsIdentity& identity);

} // namespace kpwatch
