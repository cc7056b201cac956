/*
 * A 64 KiB firmware image that asks one question: does this accelerator run long mode? Some hosts offer a KVM that
 * creates VMs and even runs real mode but hangs in 64-bit code. From the reset vector it goes through protected mode
 * to 64-bit code, counts to twenty million in memory (an accelerator that interprets instructions is too slow for
 * that), and writes 0x21 to the isa-debug-exit port: QEMU then exits with (0x21 << 1) | 1 = 67.
 *
 * QEMU shows the image at 0xf0000. Page tables: 0x1000 (PML4), 0x2000 (PDPT), 0x3000 (one 2 MiB page).
 */
	.set	base, 0xf0000
	.set	counter, 0x9000
	.text

	.code16
	.globl	_start
_start:
	cli
	lgdtl	%cs:(gdt_pointer - _start)
	movl	%cr0, %eax
	orl	$1, %eax
	movl	%eax, %cr0
	ljmpl	$0x08, $(base + protected_mode - _start)

	.code32
protected_mode:
	movw	$0x10, %ax
	movw	%ax, %ds
	movw	%ax, %es
	movw	%ax, %ss
	movl	$0x8000, %esp

	movl	$0x1000, %edi
	xorl	%eax, %eax
	movl	$(0x3000 / 4), %ecx
	cld
	rep stosl
	movl	$0x2003, 0x1000
	movl	$0x3003, 0x2000
	movl	$0x0083, 0x3000

	movl	%cr4, %eax
	orl	$(1 << 5), %eax			/* PAE */
	movl	%eax, %cr4
	movl	$0x1000, %eax
	movl	%eax, %cr3
	movl	$0xc0000080, %ecx		/* EFER */
	rdmsr
	orl	$(1 << 8), %eax			/* long mode enable */
	wrmsr
	movl	%cr0, %eax
	orl	$(1 << 31), %eax		/* paging */
	movl	%eax, %cr0
	ljmpl	$0x18, $(base + long_mode - _start)

	.code64
long_mode:
	movl	$20000000, %ecx
count:
	incl	counter
	decl	%ecx
	jnz	count
	movb	$0x21, %al
	outb	%al, $0xf4
halt:
	hlt
	jmp	halt

	.balign	8
gdt:
	.quad	0
	.quad	0x00cf9a000000ffff		/* 0x08: 32-bit code */
	.quad	0x00cf92000000ffff		/* 0x10: data */
	.quad	0x00af9a000000ffff		/* 0x18: 64-bit code */
gdt_pointer:
	.word	gdt_pointer - gdt - 1
	.long	base + gdt - _start

	.org	0xfff0
	.code16
	ljmpw	$0xf000, $0			/* reset vector: _start is at the image's first byte */
	.org	0x10000
	.section .note.GNU-stack, "", @progbits
