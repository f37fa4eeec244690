// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/probe.h"

#include <array>
#include <cstdlib>
#include <mutex>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace kpwatch {

namespace {

struct FreeStore {
    void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};

bool load(X509_STORE* store, const char* file) { return file != nullptr && X509_STORE_load_file(store, file) == 1; }

} // namespace

struct TlsStore::Impl {
    std::once_flag read;
    std::unique_ptr<X509_STORE, FreeStore> store{X509_STORE_new()};
};

TlsStore::TlsStore() : m_impl(std::make_unique<Impl>()) {}
TlsStore::~TlsStore() = default;

void* TlsStore::x509Store() const {
    X509_STORE* const store = m_impl->store.get();
    std::call_once(m_impl->read, [store] {
        // The person's own choice first, as OpenSSL itself would (SSL_CERT_FILE).
        const char* const chosen = std::getenv(X509_get_default_cert_file_env());
        if (!load(store, chosen) && !load(store, "/etc/ssl/certs/ca-certificates.crt") &&
            !load(store, "/etc/pki/tls/certs/ca-bundle.crt"))
            X509_STORE_set_default_paths(store);
        ERR_clear_error(); // the errors of what was not there must not be read as those of a later connection
    });
    return store;
}

} // namespace kpwatch
