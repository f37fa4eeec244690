// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate nobody vouches for, made on the spot, for simulated HTTPS servers. Any thread.
#pragma once

#include "probes/net/address_rules.h"

#include <memory>
#include <string>

struct ssl_ctx_st;

namespace kpwatch {

struct TlsIdentity {
    std::shared_ptr<ssl_ctx_st> context;
    std::string certificatePem; // whoever trusts this trusts the server
};

// For the host and the address, valid from an hour ago for 30 days. Throws std::runtime_error if OpenSSL cannot.
TlsIdentity selfSigned(const std::string& host, const Address& address);

} // namespace kpwatch
