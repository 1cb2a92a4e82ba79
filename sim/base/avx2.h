/* Whether there is code for AVX2 beside the portable one, and whether this processor takes it: the
 * one place that knows. Functions marked AVX2 are called only where avx2_can says so. */
#ifndef BASE_AVX2_H
#define BASE_AVX2_H

#include <stdbool.h>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(SAMENSPEL_PORTABLE)
#define AVX2_COMPILED 1
#define AVX2          __attribute__((target("avx2")))
/* Of what is compiled both ways: it becomes part of whatever calls it, however long. */
#define AVX2_EITHER inline __attribute__((always_inline))

static inline bool avx2_can(void)
{
    return __builtin_cpu_supports("avx2");
}
#else
#define AVX2_COMPILED 0
#define AVX2_EITHER   inline
#define AVX2

static inline bool avx2_can(void)
{
    return false;
}
#endif

/* Compiles a second time, for AVX2, what stands before it as `name`_loop, AVX2_EITHER and with
 * these parameters: as `name`_avx2. */
#define AVX2_ALSO(name, parameters, arguments)                                                     \
    AVX2 static void name##_avx2 parameters                                                        \
    {                                                                                              \
        name##_loop arguments;                                                                     \
    }

/* The same, and `name`, which is the one that this processor takes. */
#define AVX2_WHERE_IT_CAN(name, parameters, arguments)                                             \
    AVX2_ALSO(name, parameters, arguments)                                                         \
    static void name parameters                                                                    \
    {                                                                                              \
        if (avx2_can())                                                                            \
            name##_avx2 arguments;                                                                 \
        else                                                                                       \
            name##_loop arguments;                                                                 \
    }

#endif
