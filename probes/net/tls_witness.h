// SPDX-License-Identifier: GPL-3.0-or-later
// Watches one TLS handshake and writes down what was shown in it. It lets every certificate pass: what is wrong with
// one is part of the answer, and nothing is ever entrusted to the connection. One connection each, one thread.
#pragma once

#include "probes/observation.h"

struct ssl_ctx_st;
struct ssl_st;
struct x509_store_ctx_st;

namespace kpwatch {

class TlsStore;

class TlsWitness {
  public:
    // `host`: whom the certificate must name, a name or a literal address. Both must outlive the witness.
    TlsWitness(const TlsStore& store, const std::string& host) : m_store(store), m_host(host) {}
    TlsWitness(const TlsWitness&) = delete;
    TlsWitness& operator=(const TlsWitness&) = delete;

    // To be called before the handshake; the witness must outlive it. Makes the context accept TLS from 1.0 on, weak
    // keys and signatures and servers without secure renegotiation (RFC 5746): Debian refuses them, but an old server
    // is an old server, not a dead one, and we tell it no secrets.
    void watch(ssl_ctx_st* context);

    // Some handshake message or alert came: whoever is there speaks TLS, whatever came of it.
    bool spoke() const { return m_spoke; }
    // Set once a certificate was shown, even if the handshake failed after that.
    const std::optional<TlsDetail>& detail() const { return m_detail; }

  private:
    static int onCertificate(x509_store_ctx_st* chain, void* self);
    static int onFault(int valid, x509_store_ctx_st* chain);
    static void onMessage(int sent, int version, int type, const void* bytes, std::size_t length, ssl_st* tls,
                          void* self);
    void describe(x509_store_ctx_st* chain);

    const TlsStore& m_store;
    const std::string& m_host;
    bool m_spoke = false;
    std::optional<TlsDetail> m_detail;
};

} // namespace kpwatch
