#include "CurlCalls.h"

typedef int (*variadic)(void *handle, int selector, ...);

int curl_calls_set_long(void *easy_setopt, void *handle, int option, long value) {
  return ((variadic)easy_setopt)(handle, option, value);
}

int curl_calls_set_pointer(void *easy_setopt, void *handle, int option, const void *value) {
  return ((variadic)easy_setopt)(handle, option, value);
}

int curl_calls_set_receiver(
  void *easy_setopt, void *handle, int option, curl_calls_receiver value) {
  return ((variadic)easy_setopt)(handle, option, value);
}

int curl_calls_get_long(void *easy_getinfo, void *handle, int info, long *value) {
  return ((variadic)easy_getinfo)(handle, info, value);
}
