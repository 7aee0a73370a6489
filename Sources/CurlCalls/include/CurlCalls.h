#ifndef CURL_CALLS_H
#define CURL_CALLS_H

#include <stddef.h>

/* Two functions of libcurl take an argument whose type depends on the one before it ("..."), which
   Swift cannot call. These call them with one type each, through the address that the loader found. */

typedef size_t (*curl_calls_receiver)(char *bytes, size_t size, size_t count, void *context);

int curl_calls_set_long(void *easy_setopt, void *handle, int option, long value);
int curl_calls_set_pointer(void *easy_setopt, void *handle, int option, const void *value);
int curl_calls_set_receiver(
  void *easy_setopt, void *handle, int option, curl_calls_receiver value);
int curl_calls_get_long(void *easy_getinfo, void *handle, int info, long *value);

#endif
